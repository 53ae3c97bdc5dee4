import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { pickedFrom } from "../../../../tests/support/picked-from";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import fixture from "./trustpilot.fixture.html?raw";

const ADDRESS = "https://uk.trustpilot.com/review/bystry-kot.example?page=2";
const OWN_ADDRESS = "https://uk.trustpilot.com/reviews/66f0a1b2c3d4e5f601234567";

describe("a review on Trustpilot", () => {
  it("is the picked one, without the company's reply and its date", () => {
    expect(
      pickedFrom(fixture, ADDRESS, "[data-service-review-business-reply-text-typography]"),
    ).toMatchObject({
      adapter: "trustpilot",
      channel: "review",
      narrative:
        "They cancelled my dinner at nine in the evening.\n\nThe refund was promised within three days. It has been three weeks.",
      subject: "Refund promised, never sent",
      author: {
        name: "Capitolina Wren",
        handle: null,
        profileUrl: "https://uk.trustpilot.com/users/66e0000011112222333344aa",
        platformId: "66e0000011112222333344aa",
      },
      permalink: OWN_ADDRESS,
      permalinkKey: "trustpilot:66f0a1b2c3d4e5f601234567",
      postedAt: { at: "2026-11-13T07:05:44.000Z", precision: "exact", raw: "Nov 13, 2026" },
      rating: { value: 1, max: 5 },
      sources: { narrative: "adapter", subject: "adapter", author: "adapter", rating: "adapter" },
      notes: [],
    });
  });

  it("is not its neighbour", () => {
    expect(pickedFrom(fixture, ADDRESS, "[href='/reviews/66f0a1b2c3d4e5f60aaaaaaa']")).toMatchObject({
      narrative: "Soup was still hot after forty minutes in the rain.",
      subject: "Warm and quick",
      author: { name: "Osip" },
      rating: { value: 5, max: 5 },
    });
  });

  it("is the one that the page's address names", () => {
    const { captured } = clipPage(savedPage(fixture, OWN_ADDRESS), { kind: "popup" });
    expect(captured.permalinkKey).toBe("trustpilot:66f0a1b2c3d4e5f601234567");
  });

  it.each([
    ["66f0a1b2c3d4e5f601234567", "2026-11-13T07:05:44.000Z", 1],
    ["66f0a1b2c3d4e5f60aaaaaaa", "2026-11-01T12:00:00.000Z", 5],
  ])("without its marks takes date and rating of its own description: %s", (id, at, value) => {
    const bare = fixture.replaceAll(
      / data-service-review-(?:rating|date)[\w-]*(?:="[^"]*")?| alt="Rated[^"]*"/g,
      "",
    );
    expect(pickedFrom(bare, ADDRESS, `[href='/reviews/${id}']`)).toMatchObject({
      postedAt: { at },
      rating: { value, max: 5 },
      sources: { postedAt: "json_ld", rating: "json_ld" },
    });
  });

  itTakesHostileTextAsText(fixture, OWN_ADDRESS);
});
