import type { Catalogue } from "../message";

export const en = {
  "topic.delivery": "Delivery",
  "topic.payment": "Payment",
  "topic.quality": "Quality of goods",
  "topic.staff": "Staff",
  "topic.technical": "Technical trouble",
  "topic.information": "Information",
  "topic.other": "Other",
} as const satisfies Catalogue;
