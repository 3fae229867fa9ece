import { defineResource } from '@conferbot/plugin';
import { z } from 'zod';
import { redPixel } from './content-tools.ts';

export const fixtureResources = [
  defineResource({
    uri: 'test://static-text',
    name: 'static-text',
    title: 'Text',
    description: 'A text that never changes.',
    mimeType: 'text/plain',
  }).read(async () => 'This is the content of the static text resource.'),
  defineResource({
    uri: 'test://static-binary',
    name: 'static-binary',
    title: 'Image',
    description: 'An image that never changes.',
    mimeType: 'image/png',
  }).read(async () => Buffer.from(redPixel, 'base64')),
  defineResource({
    uri: 'test://watched-resource',
    name: 'watched-resource',
    title: 'Watched',
    description: 'A resource to subscribe to.',
    mimeType: 'text/plain',
  }).read(async () => 'Nothing happened.'),
  defineResource({
    uri: 'test://template/{id}/data',
    name: 'template-data',
    title: 'Data by id',
    description: 'Data of an id.',
    params: z.object({ id: z.string().describe('Any id.') }),
  }).read(async ({ id }) => ({ id, templateTest: true, data: `Data for ID: ${id}` })),
];
