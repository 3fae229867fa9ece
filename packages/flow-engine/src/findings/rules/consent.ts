import { fieldKind } from '../../answers/field-kind.ts';
import { isJsonObject } from '../../values/json.ts';
import type { AnalyzedNode } from '../analysis.ts';
import { atNode } from '../place.ts';
import type { Rule } from '../rule.ts';

/** PII_WITHOUT_CONSENT, once for a flow */
export const consent: Rule = ({ nodes, reachable }) => {
  const visited = nodes.filter(node => reachable.has(node));
  const asking = visited.find(asksForContact);
  if (
    asking === undefined ||
    visited.some(({ texts }) => texts.some(({ text, spoken }) => spoken && words.test(text)))
  ) {
    return [];
  }
  const message = `"${asking.id}" asks for contact data, and no text says what becomes of it. Mention your privacy policy.`;
  return [atNode(asking, 'PII_WITHOUT_CONSENT', message)];
};

const askingTypes: ReadonlySet<string> = new Set(['ask-email-node', 'ask-phone-number-node']);

function asksForContact({ node, data }: AnalyzedNode): boolean {
  if (askingTypes.has(node.type)) return true;
  if (!isJsonObject(data)) return false;
  if (node.type === 'user-input-node') return isContact(data['inputType'] || data['fieldType']);
  if (node.type !== 'ask-multiple-questions-node' || !Array.isArray(data['questions'])) return false;
  return data['questions'].some(question => isJsonObject(question) && isContact(question['answerVariable']));
}

function isContact(written: unknown): boolean {
  const kind = typeof written === 'string' ? fieldKind(written) : 'text';
  return kind === 'email' || kind === 'phone';
}

/** English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Turkish, Swedish, Russian, Arabic, CJK. */
const words = new RegExp(
  [
    'privacy|consent|data protection|gdpr|terms (?:of|and|&)|our terms',
    'datenschutz|einwillig|dsgvo|nutzungsbedingungen|\\bagb\\b',
    'confidentialité|consentement|protection des données|rgpd',
    'privacidad|consentimiento|protección de datos|privacidade|consentimento|lgpd',
    'consenso|informativa|gegevensbescherming|toestemming',
    'prywatno|zgod[aęy]|\\brodo\\b|gizlilik|kvkk|integritet|samtycke',
    'конфиденциальн|персональн|согласи|خصوصية|الموافقة',
    '隐私|隱私|同意|プライバシー|個人情報|개인정보|동의',
  ].join('|'),
  'iu',
);
