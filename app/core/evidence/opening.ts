import type { Role } from '../access/directory';
import type { Attachment } from './state';

const OPEN_RESTRICTED: readonly Role[] = [
  'sponsor',
  'lead',
  'bau-owner',
  'benefit-owner',
  'finance',
  's151',
  'pmo',
  'auditor',
];

/** Whether somebody with these roles on the project may open an attachment; everybody may who reads it unrestricted. */
export const mayOpen = (attachment: Pick<Attachment, 'restricted'>, roles: readonly Role[]): boolean =>
  !attachment.restricted || roles.some((role) => OPEN_RESTRICTED.includes(role));
