/** What stands on the page before the chat is loaded, and is so loaded with the launcher. */
export interface LauncherTexts {
  readonly open: string;
  readonly close: string;
  readonly unread: (count: number) => string;
  readonly unavailable: string;
}

const english: LauncherTexts = {
  open: 'Open chat',
  close: 'Close chat',
  unread: count => `${count} new`,
  unavailable: 'The chat is not available right now.',
};

const texts: Readonly<Record<string, LauncherTexts>> = {
  de: {
    open: 'Chat öffnen',
    close: 'Chat schließen',
    unread: count => `${count} neu`,
    unavailable: 'Der Chat ist gerade nicht verfügbar.',
  },
  es: {
    open: 'Abrir el chat',
    close: 'Cerrar el chat',
    unread: count => `${count} sin leer`,
    unavailable: 'El chat no está disponible en este momento.',
  },
  fr: {
    open: 'Ouvrir la discussion',
    close: 'Fermer la discussion',
    unread: count => `${count} non lus`,
    unavailable: 'La discussion n’est pas disponible pour le moment.',
  },
  ar: {
    open: 'فتح الدردشة',
    close: 'إغلاق الدردشة',
    unread: count => `${count} جديدة`,
    unavailable: 'الدردشة غير متاحة الآن.',
  },
};

export const launcherTexts = (language: string): LauncherTexts => texts[language] ?? english;
