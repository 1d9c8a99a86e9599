/** How long work takes by the processor's clock: other programs on the machine do not count. */

const MICROSECONDS = 1000;

/** Begins to count; what it gives says how many milliseconds this process worked since. */
export function processorTime(): () => number {
  const begun = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / MICROSECONDS;
  };
}
