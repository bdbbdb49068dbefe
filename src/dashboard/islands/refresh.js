/** How often a job that runs is asked for, in milliseconds. */
const EACH_MS = 2000;
/** At which shares of the work somebody who only listens is told, in per cent. */
const TOLD_AT = [25, 50, 75];

/** The bar of a job that runs: it follows the job by itself, and the page is read anew when that has ended. */
export function startRefresh() {
  const section = document.querySelector('[data-job]');
  const bar = section?.querySelector('progress');
  const label = section?.querySelector('label');
  const news = document.getElementById('refresh-news');
  if (!section || !bar || !label || !news) return;
  let told = 0;

  const show = (/** @type {{ status: string, phase: string | null, done: number, total: number }} */ job) => {
    const { status, phase, done, total } = job;
    bar.max = Math.max(total, 1);
    bar.value = done;
    label.textContent = `${status === 'queued' ? 'Waiting to begin' : `Running: ${phase ?? 'beginning'}`}, ${done} of ${total}`;
    const share = (done / bar.max) * 100;
    const passed = TOLD_AT.filter((each) => each <= share).length;
    if (passed > told) news.textContent = `${TOLD_AT[passed - 1]} % done`;
    told = passed;
  };
  const look = async () => {
    try {
      const answer = await fetch(`/v1/refresh-jobs/${section.getAttribute('data-job')}`);
      if (answer.ok) {
        const job = await answer.json();
        show(job);
        if (job.finished_at !== null) return location.reload();
      }
    } catch {
      // the server cannot be reached just now: the next look may
    }
    setTimeout(look, EACH_MS);
  };
  setTimeout(look, EACH_MS);
}
