import type { Catalogue } from "../message";

export const en = {
  delivery: "Delivery",
  payment: "Payment",
  quality: "Quality of goods",
  staff: "Staff",
  technical: "Technical trouble",
  information: "Information",
  other: "Other",
} as const satisfies Catalogue;
