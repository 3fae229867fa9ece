// Validates a flow of 500 nodes again and again.
import { validate } from '@conferbot/flow-engine';
import { largeFlow } from './large-flow.ts';
import { measured } from './measured.ts';

const flow = largeFlow();
const errors = validate(flow).filter(({ severity }) => severity === 'error');
if (errors.length > 0) throw new Error(`The flow of the bench has errors: ${JSON.stringify(errors[0])}`);

measured(() => {
  validate(flow);
  return 1;
});
