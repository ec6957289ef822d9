import { l10n, type Terminal, window } from 'vscode';
import type { Failure, SignInCommand } from '../../aws/failure.ts';
import { failureText } from './tell.ts';

/** Tells why there are no credentials; true where the user wants another try, after a sign-in that went well or at once. */
export async function offerSignIn(failure: Failure, profile: string | undefined): Promise<boolean> {
  if (failure.kind === 'cancelled') return false;
  const signIn = l10n.t('Sign In in a Terminal');
  const again = l10n.t('Try Again');
  const offers = failure.signIn ? [signIn, again] : [again];
  const picked = await window.showErrorMessage(failureText(failure), ...offers);
  if (picked !== signIn || !failure.signIn) return picked === again;
  return (await signInWith(failure.signIn, profile)) || offerSignIn(failure, profile);
}

/** Runs AWS's own sign-in where the user sees it, with no shell that could read a profile's name otherwise. */
async function signInWith(command: SignInCommand, profile: string | undefined): Promise<boolean> {
  const [shellPath = '', ...words] = command.split(' ');
  const shellArgs = profile === undefined ? words : [...words, '--profile', profile];
  const terminal = window.createTerminal({ name: command, shellPath, shellArgs });
  const ended = exitCodeOf(terminal);
  terminal.show();
  return (await ended) === 0;
}

function exitCodeOf(terminal: Terminal): Promise<number | undefined> {
  return new Promise((resolve) => {
    const listener = window.onDidCloseTerminal((closed) => {
      if (closed !== terminal) return;
      listener.dispose();
      resolve(closed.exitStatus?.code);
    });
  });
}
