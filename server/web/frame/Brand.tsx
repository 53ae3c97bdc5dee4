import mark from "../look/otklik.svg";

/** The product's mark and name. */
export function Brand() {
  return (
    <a class="brand" href="/complaints">
      <img src={mark} alt="" width="24" height="24" />
      Otklik
    </a>
  );
}
