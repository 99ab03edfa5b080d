import { type AudienceFormat, CONSENT_COLUMN } from '../format.js';

export default {
  name: 'hubspot',
  title: 'HubSpot',
  aliases: ['hub spot'],
  source: 'https://knowledge.hubspot.com/articles/kcs_article/contacts/set-up-your-import-file',
  columns: {
    Email: contact => contact.email,
    'First name': contact => contact.firstName,
    'Last name': contact => contact.lastName,
    'Phone number': contact => contact.phone,
    [CONSENT_COLUMN]: contact => contact.consent,
  },
} satisfies AudienceFormat;
