const text = 'text/plain';
const zip = 'application/zip';
/** What a sniffer calls the older formats of Microsoft Office. */
const compound = 'application/x-cfb';
const office = 'application/vnd.openxmlformats-officedocument';

/** MIME types that the bytes of a file with an extension can have. */
export const extensionTypes: ReadonlyMap<string, readonly string[]> = new Map([
  ['pdf', ['application/pdf']],
  ['doc', ['application/msword', compound]],
  ['docx', [`${office}.wordprocessingml.document`, zip]],
  ['xls', ['application/vnd.ms-excel', compound]],
  ['xlsx', [`${office}.spreadsheetml.sheet`, zip]],
  ['ppt', ['application/vnd.ms-powerpoint', compound]],
  ['pptx', [`${office}.presentationml.presentation`, zip]],
  ['odt', ['application/vnd.oasis.opendocument.text', zip]],
  ['ods', ['application/vnd.oasis.opendocument.spreadsheet', zip]],
  ['rtf', ['application/rtf', 'text/rtf']],
  ['txt', [text]],
  ['md', ['text/markdown', text]],
  ['csv', ['text/csv', text, 'application/csv', 'application/vnd.ms-excel']],
  ['json', ['application/json', text]],
  ['zip', [zip, 'application/x-zip-compressed']],
  ['jpg', ['image/jpeg']],
  ['jpeg', ['image/jpeg']],
  ['png', ['image/png', 'image/apng']],
  ['gif', ['image/gif']],
  ['webp', ['image/webp']],
  ['heic', ['image/heic', 'image/heif']],
  ['svg', ['image/svg+xml']],
  ['mp4', ['video/mp4']],
  ['mov', ['video/quicktime']],
  ['webm', ['video/webm', 'audio/webm']],
  ['mp3', ['audio/mpeg', 'audio/mp3']],
  ['wav', ['audio/wav', 'audio/x-wav', 'audio/vnd.wave']],
  ['ogg', ['audio/ogg', 'video/ogg', 'application/ogg']],
  ['m4a', ['audio/mp4', 'audio/x-m4a', 'audio/m4a']],
]);

/** Extensions of what people call documents. */
export const documentExtensions: readonly string[] = 'pdf doc docx xls xlsx ppt pptx odt ods rtf txt csv'
  .split(' ')
  .map(extension => `.${extension}`);
