import { Readable } from 'node:stream';
import { chatbotDirectory, chatbotId } from '@conferbot/chatbots/contract';
import { isFault } from '@conferbot/plugin';
import { everything, inCall, mcpFetch, type Runtime } from '@conferbot/runtime';
import Router from '@koa/router';
import Koa, { type Context } from 'koa';
import { z } from 'zod';
import { callerOf } from './callers.ts';
import type { Login } from './login.ts';
import { orderReturned } from './orders.ts';

const credentials = z.object({ name: z.string(), password: z.string() });
const returned = z.object({ chatbotId: chatbotId.input, orderNumber: z.string().min(1).max(40) });

/** The application: its own routes, and the MCP endpoint behind its own login. */
export function createApp(runtime: Runtime, login: Login): Koa {
  const router = new Router();
  router.post('/login', async ctx => {
    const { name, password } = credentials.parse(await toRequest(ctx).json());
    const token = await login.open(name, password);
    if (token === undefined) ctx.throw(401);
    ctx.body = { token };
  });

  // #region mount
  const mcp = mcpFetch(runtime, async request => {
    const member = await login.memberOf(request.headers.get('authorization'));
    if (member === undefined) return Response.json({ error: 'Log in first.' }, { status: 401 });
    return { view: runtime.views.get(everything), caller: callerOf(member, runtime) };
  });
  router.all('/mcp', async ctx => {
    ctx.body = await mcp(toRequest(ctx));
  });
  // #endregion mount

  // #region emit
  router.post('/returns', async ctx => {
    const member = await login.memberOf(ctx.get('authorization'));
    if (member === undefined) return ctx.throw(401);
    const order = returned.parse(await toRequest(ctx).json());
    await inCall(runtime, callerOf(member, runtime), { readOnly: false }, async call => {
      await call.use(chatbotDirectory).get(order.chatbotId);
      call.emit(orderReturned, order);
    });
    ctx.status = 202;
  });
  // #endregion emit

  const app = new Koa();
  app.use(async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const status = isFault(error) && error.code === 'not_found' ? 404 : error instanceof z.ZodError ? 400 : undefined;
      if (status === undefined) throw error;
      ctx.status = status;
    }
  });
  app.use(router.routes());
  return app;
}

/** A request as `mcpFetch` takes it. Koa 3 sends a `Response` by itself. */
function toRequest({ req, method, href }: Context): Request {
  const headers = new Headers(req.headersDistinct as Record<string, never>);
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: Readable.toWeb(req), duplex: 'half' };
  return new Request(href, { method, headers, ...body } as RequestInit);
}
