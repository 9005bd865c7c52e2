export { gatesCommands } from './commands-control';
