const POST_TYPES = new Set([
  "Answer",
  "Comment",
  "CriticReview",
  "EmployerReview",
  "Message",
  "Question",
  "Review",
  "UserComments",
  "UserReview",
]);

/**
 * Whether a schema.org type is of something that one person wrote; with or without the address in front. Every
 * kind of article and posting is.
 */
export function isPostType(type: string): boolean {
  const name = nameOf(type);
  return POST_TYPES.has(name) || /(?:Article|Posting)$/.test(name);
}

/** Whether a schema.org type is of a review. */
export function isReviewType(type: string): boolean {
  return /^(?:|Critic|Employer|User)Review$/.test(nameOf(type));
}

function nameOf(type: string): string {
  return type.replace(/^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/i, "");
}
