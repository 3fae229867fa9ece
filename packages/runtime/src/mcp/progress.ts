import type { ClientContext } from '@conferbot/plugin';

interface ProgressNotification {
  readonly method: 'notifications/progress';
  readonly params: {
    progressToken: string | number;
    progress: number;
    total?: number;
    message?: string;
  };
}

/** Sends progress under the token of a request; nothing, when the client did not ask for it by one. */
export function progressTo(
  progressToken: string | number | undefined,
  notify: (notification: ProgressNotification) => Promise<void>,
): ClientContext['progress'] {
  return (progress, total, message) => {
    if (progressToken === undefined) return;
    const params = {
      progressToken,
      progress,
      ...(total === undefined ? {} : { total }),
      ...(message === undefined ? {} : { message }),
    };
    notify({ method: 'notifications/progress', params }).catch(ignore);
  };
}

/** The client has left: nobody is there to be told. */
export function ignore(): void {}
