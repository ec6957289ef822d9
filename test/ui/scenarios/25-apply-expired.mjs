import { startApplying } from '../applySteps.mjs';

export const title = 'credentials that have expired are told of, with what to do; then another try';

export async function play(workbench, take) {
  await workbench.open('apply-me.json');
  await startApplying(workbench, 'expired');
  await workbench.notification('ExpiredToken');
  await take('-told');
  // What went before has had its time on the screen: the editor hides what comes too close behind it.
  await workbench.untilQuiet('Signing in');
  await workbench.answerNotification('ExpiredToken', 'Try Again');
  await workbench.notification('Get new credentials, and try again');
  await workbench.untilNothingAsked();
}
