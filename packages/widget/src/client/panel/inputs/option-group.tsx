import type { ComponentChild, VNode } from 'preact';
import { useId } from 'preact/hooks';
import { webAddress } from '../../web-address.ts';
import { Problem } from './problem.tsx';

export interface ShownOption {
  readonly id: string;
  readonly label: string;
  readonly image?: string;
  /** Shown instead of the label, which is then only read out. */
  readonly face?: ComponentChild;
}

interface OptionGroupProps {
  readonly name: string;
  readonly shownName?: boolean;
  readonly options: readonly ShownOption[];
  readonly picked: string | undefined;
  readonly pick: (id: string) => void;
  /** A click says all: it also sends. */
  readonly send?: (id: string) => void;
  readonly error: string;
  readonly row?: boolean;
}

/** Options of which one is taken, as radio buttons: arrow keys move among them, the Enter key sends the form. */
export function OptionGroup({ name, shownName, options, picked, pick, send, error, row }: OptionGroupProps): VNode {
  const id = useId();
  return (
    <div
      class={row === true ? 'options row' : 'options'}
      role="radiogroup"
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-problem`}
    >
      <p class={shownName === true ? 'name' : 'unseen'} id={`${id}-name`}>
        {name}
      </p>
      <Problem id={`${id}-problem`} text={error} />
      {options.map(({ id: value, label, image, face }) => {
        const picture = webAddress(image);
        return (
          <label key={value} class={face === undefined ? 'option' : 'option face'}>
            <input
              type="radio"
              name={id}
              value={value}
              checked={picked === value}
              aria-invalid={error !== ''}
              onChange={() => pick(value)}
              onClick={event => {
                // Arrow keys and screen readers click too, without a pointer: they choose first, then send.
                if (event.detail > 0) send?.(value);
              }}
            />
            {picture !== undefined && <img src={picture} alt="" />}
            {face}
            <span class={face === undefined ? '' : 'unseen'} dir="auto">
              {label}
            </span>
          </label>
        );
      })}
    </div>
  );
}
