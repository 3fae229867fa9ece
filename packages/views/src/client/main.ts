import type { Block, ViewDocument } from '../document.ts';
import { html } from './element.ts';
import { showFacts, showNotice, showTiles } from './facts.ts';
import { Formatter } from './formatter.ts';
import { showGraph } from './graph.ts';
import { connect, type HostContext } from './host.ts';
import { isRow, type Row, textAt } from './look-up.ts';
import { showRecords } from './records.ts';
import { showTable } from './table.ts';
import { applyTheme } from './theme.ts';
import { showTimeline } from './timeline.ts';
import { showTrend } from './trend.ts';

const view = JSON.parse(document.getElementById('document')?.textContent ?? '') as ViewDocument;
const page = document.querySelector('main') as HTMLElement;
let formatter = new Formatter();
let spoken = '';
let latest: Row | undefined;

connect(view.title, {
  context(context) {
    applyTheme(context);
    const changed = JSON.stringify([context.locale, context.timeZone]);
    if (changed === spoken) return;
    spoken = changed;
    formatter = formatterOf(context);
    if (latest !== undefined) showResult(latest);
  },
  result: showResult,
  cancelled: reason => say(`The call was cancelled. ${reason}`),
});
say('Waiting for the result.');

function showResult(result: Row): void {
  latest = result;
  const content = structured(result);
  if (result.isError === true || content === undefined) {
    say(textAt(content, 'message') || firstText(result) || 'There is no result to show.', textAt(content, 'fix'));
    return;
  }
  page.replaceChildren(html('h1', {}, view.title), ...view.blocks.flatMap(block => show(block, content) ?? []));
}

function show(block: Block, result: Row): Element | undefined {
  switch (block.kind) {
    case 'facts':
      return showFacts(block, result, formatter);
    case 'tiles':
      return showTiles(block, result, formatter);
    case 'trend':
      return showTrend(block, result, formatter);
    case 'table':
      return showTable(block, result, formatter);
    case 'timeline':
      return showTimeline(block, result, formatter);
    case 'records':
      return showRecords(block, result, formatter);
    case 'graph':
      return showGraph(block, result);
    case 'notice':
      return showNotice(block, result);
  }
}

function say(...texts: readonly string[]): void {
  const said = texts.filter(text => text !== '').map(text => html('p', {}, text));
  page.replaceChildren(html('h1', {}, view.title), html('div', { role: 'status' }, ...said));
}

/** The structured result; where a host leaves it off, what the text says. */
function structured(result: Row): Row | undefined {
  if (isRow(result.structuredContent)) return result.structuredContent;
  try {
    const parsed: unknown = JSON.parse(firstText(result));
    return isRow(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function firstText(result: Row): string {
  const { content } = result;
  return textAt(Array.isArray(content) ? content[0] : undefined, 'text');
}

/** A host may name a language or a zone that the browser does not know. */
function formatterOf({ locale, timeZone }: HostContext): Formatter {
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  try {
    return new Formatter(text(locale), text(timeZone));
  } catch {
    return new Formatter();
  }
}
