import { defineConnectorNode } from '../connector-node.ts';
import { parameterText } from '../parameter-text.ts';

export const googleDriveNode = defineConnectorNode({
  connector: 'google-drive',
  title: 'Google Drive',
  summary: 'Uploads, finds, shares or moves files in Google Drive.',
  operations: ['upload', 'download', 'create_folder', 'list', 'share', 'delete', 'move', 'copy', 'get_info', 'search'],
  fields: {
    fileId: parameterText.describe('File that is worked on.'),
    folderId: parameterText.describe('Folder to put into, or to look in.'),
    fileName: parameterText.describe('Name of the file.'),
  },
  example: { operation: 'upload', folderId: '0B1cvKlFolder', fileName: 'CV of {{name}}', fileUrl: '{{file}}' },
});
