import { type AudienceFormat, CONSENT_COLUMN } from '../format.js';

export default {
  name: 'mailchimp',
  title: 'Mailchimp',
  aliases: ['mail chimp'],
  source: 'https://mailchimp.com/help/format-guidelines-for-your-import-file/',
  columns: {
    'Email Address': contact => contact.email,
    'First Name': contact => contact.firstName,
    'Last Name': contact => contact.lastName,
    'Phone Number': contact => contact.phone,
    [CONSENT_COLUMN]: contact => contact.consent,
  },
} satisfies AudienceFormat;
