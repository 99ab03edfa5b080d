import { type AudienceFormat, CONSENT_COLUMN } from '../format.js';

export default {
  name: 'klaviyo',
  title: 'Klaviyo',
  aliases: [],
  source: 'https://help.klaviyo.com/hc/en-us/articles/115005078967',
  columns: {
    Email: contact => contact.email,
    'First Name': contact => contact.firstName,
    'Last Name': contact => contact.lastName,
    'Phone Number': contact => contact.phone,
    [CONSENT_COLUMN]: contact => contact.consent,
  },
} satisfies AudienceFormat;
