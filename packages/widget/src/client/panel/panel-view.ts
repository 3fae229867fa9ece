/** How the panel stands, apart from the session. */
export interface PanelView {
  readonly open: boolean;
  /** The keyboard is in the chat: the next question takes it. */
  readonly focus: boolean;
  readonly showsHelp: boolean;
}

export const closedView: PanelView = { open: false, focus: false, showsHelp: false };
