"""Settings of the kernel that executes the labs."""

c = get_config()  # noqa: F821  (Jupyter provides it)
c.KernelManager.transport = "ipc"  # no open port, no warning about one
# A kernel sends what a cell prints in as many pieces as time allows: make them one again.
c.NotebookClient.coalesce_streams = True
