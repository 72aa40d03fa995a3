/** Shows how far a run is: one line that is redrawn on a terminal, a plain line every tenth elsewhere. */
export interface Progress {
  show(done: number, of: number, note: string): void;
  end(): void;
}

const barWidth = 30;

/** @param what the things that are counted, in the plural */
export function createProgress(out: NodeJS.WriteStream, what = 'consultations'): Progress {
  let shown = -1;
  return {
    show: (done, of, note) => {
      const percent = Math.floor((100 * done) / of);
      if (out.isTTY) {
        if (percent === shown && done < of) return;
        shown = percent;
        const filled = Math.round((barWidth * done) / of);
        out.write(`\r\u001b[K${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${done}/${of}${note}`);
      } else if (Math.floor(percent / 10) > Math.floor(shown / 10) || done === of) {
        shown = percent;
        out.write(`${done} of ${of} ${what}${note}\n`);
      }
    },
    end: () => {
      if (out.isTTY && shown >= 0) out.write('\n');
    },
  };
}
