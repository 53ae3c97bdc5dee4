const POST_TYPES = new Set([
  "Answer",
  "Article",
  "BlogPosting",
  "Comment",
  "CriticReview",
  "DiscussionForumPosting",
  "EmployerReview",
  "Message",
  "NewsArticle",
  "Question",
  "Review",
  "SocialMediaPosting",
  "UserComments",
  "UserReview",
]);

/** Whether a schema.org type is of something that one person wrote; with or without the address in front. */
export function isPostType(type: string): boolean {
  return POST_TYPES.has(type.replace(/^https?:\/\/schema\.org\//, ""));
}
