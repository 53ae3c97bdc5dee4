import type { Region } from "@otklik/shared/complaint/clip";
import { useState } from "preact/hooks";
import { sayDesk } from "../messages/index";
import { useLocale } from "../preferences/Preferences";

interface ScreenshotProps {
  readonly address: string;
  /** The post, in the picture's own pixels; null when it fills the picture or is not known. */
  readonly region: Region | null;
  readonly alt: string;
}

/** The page as the agent saw it, with the post outlined over the picture and not in it. */
export function Screenshot({ address, region, alt }: ScreenshotProps) {
  const locale = useLocale();
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <p class="note">{sayDesk(locale, "evidence.broken")}</p>;
  return (
    <figure class="screenshot">
      <a class="screenshot-frame" href={address} target="_blank" rel="noopener noreferrer">
        <img
          src={address}
          alt={region === null ? alt : `${alt}. ${sayDesk(locale, "evidence.region")}`}
          onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
            setSize({ width, height })
          }
          onError={() => setBroken(true)}
        />
        {region !== null && size !== null && (
          <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
            <rect class="outline-under" {...region} />
            <rect class="outline" {...region} />
          </svg>
        )}
      </a>
    </figure>
  );
}
