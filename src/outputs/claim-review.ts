import type { DossierAnswer } from './dossier.answer.js';

/** What an outcome is in the scale of a review, 1 to 5; what is void has no verdict and is not reviewed. */
const RATINGS = { true: [5, 'True'], partly: [3, 'Partly true'], false: [1, 'False'] } as const;

/**
 * The reviews of the resolved rumors of a device as ClaimReview (schema.org) in JSON-LD; of none, an empty graph.
 *
 * @param origin the origin of this server, `https://rumors.example`; empty where it is not set: addresses are relative
 */
export function claimReviews({ device, resolved }: DossierAnswer, origin: string) {
  return {
    '@context': 'https://schema.org',
    '@graph': resolved.flatMap(({ rumor, outcome, resolved_at: at, note }) => {
      if (outcome === 'void') return [];
      const [ratingValue, alternateName] = RATINGS[outcome];
      const url = `${origin}/rumors/${rumor.id}`;
      return [
        {
          '@type': 'ClaimReview',
          '@id': url,
          url,
          datePublished: at.slice(0, 10),
          claimReviewed: `${device.name}: ${rumor.text}`,
          author: { '@type': 'Organization', name: 'Hearsay' },
          reviewRating: { '@type': 'Rating', ratingValue, bestRating: 5, worstRating: 1, alternateName },
          itemReviewed: { '@type': 'Claim', name: rumor.text, about: { '@type': 'Product', name: device.name } },
          ...(note !== null && { reviewBody: note }),
        },
      ];
    }),
  };
}
