import type { Markup } from '../markup.ts';

/** What other sites show of a page. All addresses are whole ones. */
export interface PreviewTagsProps {
  title: string;
  description?: string;
  siteName: string;
  address: string;
  /** A PNG of 1200 by 630. */
  image: string;
}

/** The properties of the Open Graph protocol, and the one of another site's own. */
export function PreviewTags(props: PreviewTagsProps): Markup {
  const { title, description, siteName, address, image } = props;
  return (
    <>
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={siteName} />
      <meta property="og:title" content={title} />
      {description === undefined ? null : <meta property="og:description" content={description} />}
      <meta property="og:url" content={address} />
      <meta property="og:image" content={image} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
