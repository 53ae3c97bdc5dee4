export const en = {
  title: "Settings",
  toComplaints: "To the complaints",
  skipToPage: "Skip to the settings",
  "page.calendar": "Calendar",
  "page.hours": "Business hours",
  "page.files": "Import and export",
  "page.publishing": "Publish and recount",
  "page.regulation": "Regulation",
} as const;
