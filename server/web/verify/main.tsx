import { render } from "preact";
import { VerifyPage } from "./VerifyPage";
import "@otklik/shared/look/tokens.css";
import "../proof/proof-report.css";
import "./verify.css";

render(<VerifyPage />, document.body);
