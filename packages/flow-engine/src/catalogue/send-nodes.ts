import type { NodeType } from './node-type.ts';
import { audioNode } from './nodes/audio-node.ts';
import { fileNode } from './nodes/file-node.ts';
import { htmlNode } from './nodes/html-node.ts';
import { imageNode } from './nodes/image-node.ts';
import { messageNode } from './nodes/message-node.ts';
import { navigateNode } from './nodes/navigate-node.ts';
import { userRedirectNode } from './nodes/user-redirect-node.ts';
import { videoNode } from './nodes/video-node.ts';
import { welcomeNode } from './nodes/welcome-node.ts';

export const sendNodes: readonly NodeType[] = [
  welcomeNode,
  messageNode,
  imageNode,
  videoNode,
  audioNode,
  fileNode,
  htmlNode,
  userRedirectNode,
  navigateNode,
];
