import { render } from "preact";
import "../../look/page.css";
import { Popup } from "../../register/Popup";

const root = document.getElementById("app");
if (root !== null) render(<Popup />, root);
