import { render } from "preact";
import "@otklik/shared/look/tokens.css";

const root = document.getElementById("app");
if (root !== null) render(<main />, root);
