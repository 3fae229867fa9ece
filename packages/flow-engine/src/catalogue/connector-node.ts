import { z } from 'zod';
import type { NodeCall } from '../engine/node-call.ts';
import { leave } from '../engine/step.ts';
import { isJsonObject, type Json, type JsonObject, ownValue } from '../values/json.ts';
import { answerKey, answerWrite } from './answer-key.ts';
import { boundedResult } from './bounded-result.ts';
import { errorMessage, resultOf, resultVariable } from './effect-outcome.ts';
import { spoken } from './fields.ts';
import { fillIn, textsWithin } from './fill-in.ts';
import { type DataFinding, defineNodeType, type NodeType, onlyDefault, type VariableWrite } from './node-type.ts';
import { urlFindings } from './url-findings.ts';

/** Data of a node that a vendor's connector carries out. */
export interface ConnectorData {
  readonly operation: string;
  readonly answerVariable?: string | undefined;
  readonly errorMessage?: string | undefined;
  readonly [field: string]: unknown;
}

/** What sets one vendor's node apart from the others. */
interface Connector {
  /** The vendor: `slack`. */
  readonly connector: string;
  readonly title: string;
  readonly summary: string;
  /** The first one is the default. */
  readonly operations: readonly [string, ...string[]];
  readonly operationOf?: (data: ConnectorData) => string;
  readonly fields: z.ZodRawShape;
  /** Name under which the result is kept where the author gives none; without it, it is not kept then. */
  readonly answerVariable?: string;
  readonly example: JsonObject;
  readonly aliases?: NodeType['aliases'];
  readonly secrets?: readonly string[];
  /** Sends what was answered so far along. */
  readonly withAnswers?: true;
  /** Fields that hold addresses. */
  readonly urls?: readonly string[];
  readonly writes?: (data: ConnectorData) => readonly VariableWrite[];
  readonly use?: (result: JsonObject, data: ConnectorData, call: NodeCall) => void;
}

/** A node whose work a vendor's connector does: its data with texts filled in goes out, and its result is kept. */
export function defineConnectorNode(node: Connector): NodeType {
  const operationOf = node.operationOf ?? (({ operation }: ConnectorData) => operation);
  return defineNodeType<ConnectorData>({
    type: `${node.connector}-node`,
    group: 'integration',
    title: node.title,
    summary: node.summary,
    data: schemaOf(node),
    ...(node.aliases && { aliases: node.aliases }),
    ...(node.secrets && { secrets: node.secrets }),
    example: node.example,
    handles: onlyDefault,
    texts: data => [...textsWithin(parametersOf(data), ''), ...spoken('/errorMessage', data.errorMessage)],
    writes: data => [...resultWrite(node, data), ...(node.writes?.(data) ?? [])],
    check: (data, nodeId) => (node.urls ?? []).flatMap(field => fieldUrlFindings(data, field, nodeId)),
    enter(data, call) {
      const operation = call.render(operationOf(data), 'plain').trim() || node.operations[0];
      const filled = { ...(fillIn(parametersOf(data), call) as JsonObject), operation };
      const parameters = node.withAnswers ? { ...filled, answerVariables: call.variables } : filled;
      return { do: 'await', request: { kind: 'connector', connector: node.connector, operation, parameters } };
    },
    resume(data, call, event) {
      const result = resultOf(event, data.errorMessage, call);
      if (result === undefined) return leave();
      const key = answerKey(data.answerVariable, node.answerVariable ?? '');
      if (key !== '') call.answer(key, boundedResult(answerValue(result)), '');
      if (isJsonObject(result)) node.use?.(result, data, call);
      return leave();
    },
  });
}

function schemaOf({ fields, operations }: Connector): z.ZodType<ConnectorData> {
  const list = operations.length > 1 ? ` One of ${operations.join(', ')}, or what else the connector knows.` : '';
  return z.looseObject({
    operation: z.string().max(100).default('').describe(`What is done; "${operations[0]}" where it is missing.${list}`),
    ...fields,
    answerVariable: resultVariable,
    errorMessage,
  }) as unknown as z.ZodType<ConnectorData>;
}

/** All data but what is not meant for the vendor. */
function parametersOf(data: ConnectorData): JsonObject {
  const { type: _type, errorMessage: _errorMessage, ...parameters } = data;
  return parameters as JsonObject;
}

function resultWrite(node: Connector, { answerVariable }: ConnectorData): VariableWrite[] {
  const written = answerWrite(answerVariable, node.answerVariable ?? '', 'any');
  return written.name === '' ? [] : [written];
}

/** Connectors of the live system put the value to keep beside other things. */
function answerValue(result: Json): Json {
  return (isJsonObject(result) ? ownValue(result, 'answerValue') : undefined) ?? result;
}

function fieldUrlFindings(data: ConnectorData, field: string, nodeId: string): DataFinding[] {
  const url = data[field];
  return typeof url === 'string' && url.trim() !== '' ? urlFindings(url, `/${field}`, nodeId) : [];
}
