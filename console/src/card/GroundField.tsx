import { clauseName, fieldLabel } from '../words/words';
import type { FieldProps } from './fields';

/** One of the grounds that the regulation names. */
export function GroundField({ name, isFirst, offer, values, set }: FieldProps) {
  return (
    <fieldset className="field">
      <legend>{fieldLabel(offer.type, name)}</legend>
      {(offer.reasons ?? []).map((line, index) => (
        <label key={line.id} className="check">
          <input
            type="radio" name={name} required autoFocus={isFirst && index === 0} checked={values.texts[name] === line.id}
            onChange={() => set((old) => ({ ...old, texts: { ...old.texts, [name]: line.id } }))}
          />
          <span>{line.title}{line.clause !== null && <span className="clause">{clauseName(line.clause)}</span>}</span>
        </label>
      ))}
    </fieldset>
  );
}
