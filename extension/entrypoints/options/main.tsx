import { render } from "preact";
import "../../look/page.css";
import { OptionsPage } from "../../settings/OptionsPage";

const root = document.getElementById("app");
if (root !== null) render(<OptionsPage />, root);
