"""The parts of the html report: each module makes one part of the page; the shell puts them into page.html."""
