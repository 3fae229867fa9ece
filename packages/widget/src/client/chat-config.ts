/** What `GET /api/v1/chat/{chatbotId}/config` answers: all that a page may know of a chatbot before it is opened. */
export interface ChatConfig {
  /** Name of the chatbot. */
  readonly name: string;
  readonly config: WidgetConfig;
  /** Whether there are articles to search and read. */
  readonly knowledgeBase: boolean;
  /** Whether a visitor may ask for a person; true where it is not said. */
  readonly handover?: boolean;
  /** Language of the chatbot, a BCP 47 tag; by default that of the page. */
  readonly locale?: string;
}

/**
 * How the widget looks and behaves. Every key may be missing. Colours are hexadecimal (`#rgb`, `#rrggbb`, `#rrggbbaa`),
 * sizes are pixels as numbers or numeric texts; what is neither is passed over.
 */
export interface WidgetConfig {
  readonly headerBgColor?: string;
  readonly headerTextColor?: string;
  readonly botMsgColor?: string;
  readonly botTextColor?: string;
  readonly userMsgColor?: string;
  readonly userTextColor?: string;
  readonly optionBubbleMsgColor?: string;
  readonly optionBubbleTextColor?: string;
  readonly chatBgType?: 'solid' | 'gradient' | 'image';
  readonly chatBgColor?: string;
  readonly gradientBgOne?: string;
  readonly gradientBgTwo?: string;
  readonly chatBgImg?: string;
  readonly bubbleBorderRadius?: Pixels;
  /** Family of a font that the visitor's machine has; nothing is loaded. */
  readonly font?: string;
  readonly fontSize?: Pixels;
  readonly avatar?: string;
  readonly avatarSize?: Pixels;
  readonly hideAvatar?: boolean;
  readonly logo?: string;
  readonly logoText?: string;
  readonly botName?: string;
  readonly hideBrand?: boolean;
  readonly enableCustomBrand?: boolean;
  readonly customBrand?: string;
  readonly enableTagline?: boolean;
  readonly tagline?: string;
  readonly widgetIconBgColor?: string;
  readonly widgetIconType?: 'Icon' | 'Image';
  readonly widgetIconSVG?: string;
  readonly widgetIconImage?: string;
  readonly widgetIconThemeType?: 'Solid' | 'Gradient';
  readonly widgetGradientBgOne?: string;
  readonly widgetGradientBgTwo?: string;
  readonly widgetSize?: Pixels;
  readonly widgetBorderRadius?: Pixels;
  readonly widgetPosition?: 'left' | 'right';
  readonly widgetOffsetRight?: Pixels;
  readonly widgetOffsetLeft?: Pixels;
  readonly widgetOffsetBottom?: Pixels;
  readonly chatIconCtaText?: string;
  readonly enableKnowledgeBase?: boolean;
  readonly botAutoOpen?: boolean;
}

export type Pixels = number | string;
