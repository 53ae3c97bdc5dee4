import { Component, type ComponentChildren } from "preact";
import { sayDesk } from "../messages/index";
import { useLocale } from "../preferences/Preferences";

/** Says so when drawing the page fails, instead of leaving it blank. */
export class PageGuard extends Component<{ children: ComponentChildren }, { broken: boolean }> {
  override state = { broken: false };

  override componentDidCatch(): void {
    this.setState({ broken: true });
  }

  override render() {
    return this.state.broken ? <BrokenPage /> : this.props.children;
  }
}

function BrokenPage() {
  const locale = useLocale();
  return (
    <div class="entry">
      <main class="entry-card">
        <h1>{sayDesk(locale, "failure.page")}</h1>
        <p>{sayDesk(locale, "failure.page.detail")}</p>
        <div class="buttons">
          <button type="button" class="button button-main" onClick={() => location.reload()}>
            {sayDesk(locale, "failure.reload")}
          </button>
          {/* The address itself may be what cannot be drawn. */}
          <a class="button" href="/complaints">
            {sayDesk(locale, "notFound.toComplaints")}
          </a>
        </div>
      </main>
    </div>
  );
}
