import { deliveryEvents } from './events-delivery';
import { lineEvents } from './events-lines';
import { proposalEvents } from './events-proposal';
import { validationEvents } from './events-validation';

/** The kinds of event of this topic, by type. */
export const financeEvents = {
  ...lineEvents,
  ...proposalEvents,
  ...validationEvents,
  ...deliveryEvents,
};
