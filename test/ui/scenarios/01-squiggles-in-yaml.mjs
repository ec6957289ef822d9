export const title = 'squiggles in a YAML template';

export async function play(workbench) {
  await workbench.open('template.yaml');
  await workbench.select('SSEAlgorithm: AES-256');
  await workbench.untilSquiggles('error', 2);
}
