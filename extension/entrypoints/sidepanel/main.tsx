import { render } from "preact";
import "../../look/page.css";
import { SidePanel } from "../../draft/SidePanel";

const root = document.getElementById("app");
if (root !== null) render(<SidePanel />, root);
