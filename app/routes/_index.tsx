export default function Home() {
  return (
    <main className="govuk-main-wrapper govuk-width-container" id="main-content">
      <h1 className="govuk-heading-l">Transformation tracker</h1>
    </main>
  );
}
