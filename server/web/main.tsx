import "@otklik/shared/look/tokens.css";
import "./look/base.css";
import "./frame/frame.css";
import "./entry/entry.css";
import "./register/register.css";
import "./complaint/complaint.css";
import "./complaint/changes/changes.css";
import { render } from "preact";
import { Desk } from "./Desk";

const root = document.getElementById("desk");
if (root) render(<Desk />, root);
