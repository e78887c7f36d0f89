"""Settings of the kernel that executes the labs."""

c = get_config()  # noqa: F821  (Jupyter provides it)
c.KernelManager.transport = "ipc"  # no open port, no warning about one
