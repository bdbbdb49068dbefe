import { place, timeTicks, type Scale } from './scale.js';

/** How high the plane of a history is, in pixels. */
export const HEIGHT = 220;

/** Where a share (per cent) stands on the plane, in pixels from its top. */
export const y = (share: number): number => HEIGHT - (share / 100) * HEIGHT;

const anchorAt = (place: number): 'start' | 'middle' | 'end' => (place < 6 ? 'start' : place > 94 ? 'end' : 'middle');

/** The lines of the shares, and the days between two instants (epoch milliseconds). */
export function Grid({ from, until, scale }: { from: number; until: number; scale: Scale }) {
  return (
    <g class="axis">
      {[0, 25, 50, 75, 100].map((share) => (
        <>
          <line class={share === 0 ? 'axis-base' : 'axis-line'} x2="100%" y1={y(share)} y2={y(share)} />
          {share > 0 && share < 100 && (
            <text class="axis-share" x="0" y={y(share) - 5}>
              {share}&nbsp;%
            </text>
          )}
        </>
      ))}
      {timeTicks(from, until).map(({ at, label }, index) => (
        <>
          <line class="axis-tick" x1={`${place(scale(at))}%`} x2={`${place(scale(at))}%`} y1={HEIGHT} y2={HEIGHT + 5} />
          <text
            class={index % 2 === 1 ? 'alternate' : undefined}
            x={`${place(scale(at))}%`}
            y={HEIGHT + 20}
            text-anchor={anchorAt(scale(at))}
          >
            {label}
          </text>
        </>
      ))}
    </g>
  );
}
